CREATE TABLE "draft_photos" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"draft_hash" text NOT NULL,
	"position" integer NOT NULL,
	"blob_key" text NOT NULL,
	"thumb_key" text,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"content_hash" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_photos_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "draft_photos_position" UNIQUE("town","draft_hash","position")
);
--> statement-breakpoint
ALTER TABLE "draft_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedbacks" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"email" text,
	"page" text,
	"language" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feedbacks_town_id_pk" PRIMARY KEY("town","id")
);
--> statement-breakpoint
ALTER TABLE "feedbacks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "town_addresses" (
	"town" text NOT NULL,
	"street" text NOT NULL,
	"folded" text NOT NULL,
	"number" text NOT NULL,
	"part" text NOT NULL,
	"postcode" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	CONSTRAINT "town_addresses_town_folded_number_part_pk" PRIMARY KEY("town","folded","number","part")
);
--> statement-breakpoint
ALTER TABLE "town_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followers" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "followers_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "followers_once" UNIQUE("town","report_id","email")
);
--> statement-breakpoint
ALTER TABLE "followers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_ratings" (
	"town" text NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"score" integer NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_ratings_town_report_id_version_pk" PRIMARY KEY("town","report_id","version"),
	CONSTRAINT "report_ratings_score" CHECK ("report_ratings"."score" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "report_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "undo_steps" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "undo_steps_town_id_report_id_pk" PRIMARY KEY("town","id","report_id")
);
--> statement-breakpoint
ALTER TABLE "undo_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "sent_report_id" uuid;--> statement-breakpoint
ALTER TABLE "report_contacts" ADD COLUMN "undeliverable_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report_photos" ADD COLUMN "thumb_key" text;--> statement-breakpoint
ALTER TABLE "report_photos" ADD COLUMN "bytes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_photos" ALTER COLUMN "bytes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "report_photos" ADD COLUMN "content_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_photos" ALTER COLUMN "content_hash" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "objection_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "draft_photos" ADD CONSTRAINT "draft_photos_draft" FOREIGN KEY ("town","draft_hash") REFERENCES "public"."drafts"("town","token_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_ratings" ADD CONSTRAINT "report_ratings_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_steps" ADD CONSTRAINT "undo_steps_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "undo_steps_until" ON "undo_steps" USING btree ("town","until");--> statement-breakpoint
CREATE INDEX "reports_merged" ON "reports" USING btree ("town","merged_into");--> statement-breakpoint
CREATE INDEX "reports_objections" ON "reports" USING btree ("town","objection_at");--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_id" UNIQUE("town","id");--> statement-breakpoint
CREATE POLICY "own_town_only" ON "draft_photos" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "feedbacks" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "town_addresses" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "followers" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_ratings" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "undo_steps" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));