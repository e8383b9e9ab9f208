CREATE TABLE "api_keys" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"department" text,
	"per_hour" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "api_keys_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "api_keys_hash" UNIQUE("town","key_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "foreign_updates" (
	"town" text NOT NULL,
	"sender" text NOT NULL,
	"update_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"event_id" uuid,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "foreign_updates_town_sender_update_id_pk" PRIMARY KEY("town","sender","update_id")
);
--> statement-breakpoint
ALTER TABLE "foreign_updates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_feeds" (
	"town" text NOT NULL,
	"partner" text NOT NULL,
	"id" uuid NOT NULL,
	"read_until" timestamp with time zone NOT NULL,
	"failure" text,
	CONSTRAINT "partner_feeds_town_partner_pk" PRIMARY KEY("town","partner"),
	CONSTRAINT "partner_feeds_id" UNIQUE("town","id")
);
--> statement-breakpoint
ALTER TABLE "partner_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_reports" (
	"town" text NOT NULL,
	"report_id" uuid NOT NULL,
	"partner" text NOT NULL,
	"ref" text,
	"token" text,
	"given_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	CONSTRAINT "partner_reports_town_report_id_partner_pk" PRIMARY KEY("town","report_id","partner"),
	CONSTRAINT "partner_reports_ref" UNIQUE("town","partner","ref")
);
--> statement-breakpoint
ALTER TABLE "partner_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"status" integer,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_deliveries_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "webhook_deliveries_once" UNIQUE("town","webhook_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhooks" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"department" text,
	"types" jsonb NOT NULL,
	"secret" text NOT NULL,
	"secret_before" text,
	"secret_before_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped_because" text,
	CONSTRAINT "webhooks_town_id_pk" PRIMARY KEY("town","id")
);
--> statement-breakpoint
ALTER TABLE "webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "foreign_updates" ADD CONSTRAINT "foreign_updates_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_reports" ADD CONSTRAINT "partner_reports_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook" FOREIGN KEY ("town","webhook_id") REFERENCES "public"."webhooks"("town","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event" FOREIGN KEY ("town","event_id") REFERENCES "public"."events"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "foreign_updates_event" ON "foreign_updates" USING btree ("town","event_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("town","webhook_id","changed_at");--> statement-breakpoint
CREATE POLICY "own_town_only" ON "api_keys" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "foreign_updates" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "partner_feeds" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "partner_reports" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "webhook_deliveries" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "webhooks" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));