CREATE TABLE "person_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "person_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_person_id_code_hash_pk" PRIMARY KEY("person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_steps" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"town" text,
	"facts" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content_notices" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	"answer" text,
	CONSTRAINT "content_notices_town_id_pk" PRIMARY KEY("town","id")
);
--> statement-breakpoint
ALTER TABLE "content_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erasures" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"what" text NOT NULL,
	"because" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "erasures_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "erasures_what" CHECK ("erasures"."what" in ('contact', 'text', 'photos')),
	CONSTRAINT "erasures_because" CHECK ("erasures"."because" in ('retention', 'reporter'))
);
--> statement-breakpoint
ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_step" bigint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "via" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "contact_erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "text_erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "photos_erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "source_ref" text;--> statement-breakpoint
ALTER TABLE "person_identities" ADD CONSTRAINT "person_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_notices" ADD CONSTRAINT "content_notices_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_identities_person" ON "person_identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_links_person" ON "person_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_links_expiry" ON "person_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_steps_expiry" ON "sign_in_steps" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "content_notices_open" ON "content_notices" USING btree ("town","decided_at");--> statement-breakpoint
CREATE INDEX "content_notices_report" ON "content_notices" USING btree ("town","report_id");--> statement-breakpoint
CREATE INDEX "erasures_newest" ON "erasures" USING btree ("town","erased_at");--> statement-breakpoint
CREATE INDEX "erasures_report" ON "erasures" USING btree ("town","report_id");--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("town","state","changed_at");--> statement-breakpoint
CREATE INDEX "due_work_ref" ON "due_work" USING btree ("town","ref");--> statement-breakpoint
CREATE INDEX "limits_window" ON "limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "reports_closed" ON "reports" USING btree ("town","closed_at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_id_unique" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_source" UNIQUE("town","source","source_ref");--> statement-breakpoint
CREATE POLICY "own_town_only" ON "content_notices" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "erasures" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));