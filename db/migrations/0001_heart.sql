CREATE TABLE "deliveries" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"failure" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "deliveries_once" UNIQUE("town","event_id","recipient","channel")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"step" integer NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"facts" jsonb NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "events_order" UNIQUE("town","report_id","version","step")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "drafts" (
	"town" text NOT NULL,
	"token_hash" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_town_token_hash_pk" PRIMARY KEY("town","token_hash")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"town" text NOT NULL,
	"key" text NOT NULL,
	"content_hash" text NOT NULL,
	"report_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_town_key_pk" PRIMARY KEY("town","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_counts" (
	"town" text NOT NULL,
	"day" date NOT NULL,
	"step" text NOT NULL,
	"intake_channel" text NOT NULL,
	"device" text NOT NULL,
	"via" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "usage_counts_town_day_step_intake_channel_device_via_pk" PRIMARY KEY("town","day","step","intake_channel","device","via")
);
--> statement-breakpoint
ALTER TABLE "usage_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "due_work" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"town" text NOT NULL,
	"ref" uuid NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "due_work_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claimed_until" timestamp with time zone,
	"attempts" integer NOT NULL,
	"failed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"person_id" uuid NOT NULL,
	"town" text NOT NULL,
	"department" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_person_id_town_department_role_pk" PRIMARY KEY("person_id","town","department","role")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "town_areas" (
	"town" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"min_lon" double precision NOT NULL,
	"min_lat" double precision NOT NULL,
	"max_lon" double precision NOT NULL,
	"max_lat" double precision NOT NULL,
	"version" integer NOT NULL,
	"geometry" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "town_versions" (
	"town" text NOT NULL,
	"version" integer NOT NULL,
	"config" jsonb NOT NULL,
	"boundary" jsonb NOT NULL,
	"logo" text,
	"content_hash" text NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"applied_by" text NOT NULL,
	CONSTRAINT "town_versions_town_version_pk" PRIMARY KEY("town","version")
);
--> statement-breakpoint
CREATE TABLE "towns" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"host" text,
	"live" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "towns_host_unique" UNIQUE("host")
);
--> statement-breakpoint
CREATE TABLE "report_contacts" (
	"town" text NOT NULL,
	"report_id" uuid NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"muted_at" timestamp with time zone,
	CONSTRAINT "report_contacts_town_report_id_pk" PRIMARY KEY("town","report_id")
);
--> statement-breakpoint
ALTER TABLE "report_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_notes" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"author_id" uuid,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_notes_town_id_pk" PRIMARY KEY("town","id")
);
--> statement-breakpoint
ALTER TABLE "report_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_numbers" (
	"town" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "report_numbers_town_pk" PRIMARY KEY("town")
);
--> statement-breakpoint
ALTER TABLE "report_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_photos" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"visibility" text NOT NULL,
	"blob_key" text NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"is_result" boolean NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_photos_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "report_photos_position" UNIQUE("town","report_id","position"),
	CONSTRAINT "report_photos_visibility" CHECK ("report_photos"."visibility" in ('waiting', 'shown', 'hidden'))
);
--> statement-breakpoint
ALTER TABLE "report_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_texts" (
	"town" text NOT NULL,
	"report_id" uuid NOT NULL,
	"description" text NOT NULL,
	"address" text,
	"answers" jsonb NOT NULL,
	CONSTRAINT "report_texts_town_report_id_pk" PRIMARY KEY("town","report_id")
);
--> statement-breakpoint
ALTER TABLE "report_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reports" (
	"town" text NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"status_before" text,
	"closed_reason" text,
	"visibility" text NOT NULL,
	"text_visibility" text NOT NULL,
	"department" text NOT NULL,
	"clerk_id" uuid,
	"partner" text,
	"routed_because" jsonb NOT NULL,
	"priority" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"accuracy" double precision,
	"place_source" text NOT NULL,
	"district" text,
	"intake_channel" text NOT NULL,
	"via" text,
	"language" text NOT NULL,
	"token_version" integer NOT NULL,
	"tracking_hash" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"answer_due_at" timestamp with time zone NOT NULL,
	"scheduled_for" timestamp with time zone,
	"question_until" timestamp with time zone,
	"partner_until" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "reports_town_id_pk" PRIMARY KEY("town","id"),
	CONSTRAINT "reports_number" UNIQUE("town","number"),
	CONSTRAINT "reports_tracking" UNIQUE("town","tracking_hash"),
	CONSTRAINT "reports_status" CHECK ("reports"."status" in ('received', 'in_progress', 'scheduled', 'question', 'with_partner', 'done', 'declined', 'handed_over')),
	CONSTRAINT "reports_visibility" CHECK ("reports"."visibility" in ('waiting', 'shown', 'hidden')),
	CONSTRAINT "reports_text_visibility" CHECK ("reports"."text_visibility" in ('waiting', 'shown', 'hidden')),
	CONSTRAINT "reports_department" CHECK ("reports"."department" <> ''),
	CONSTRAINT "reports_point" CHECK (("reports"."lat" is null) = ("reports"."lon" is null)),
	CONSTRAINT "reports_scheduled" CHECK ("reports"."status" <> 'scheduled' or "reports"."scheduled_for" is not null)
);
--> statement-breakpoint
ALTER TABLE "reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event" FOREIGN KEY ("town","event_id") REFERENCES "public"."events"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contacts" ADD CONSTRAINT "report_contacts_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_notes" ADD CONSTRAINT "report_notes_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_newest" ON "events" USING btree ("town","happened_at");--> statement-breakpoint
CREATE INDEX "drafts_expiry" ON "drafts" USING btree ("town","expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "idempotency_keys" USING btree ("town","expires_at");--> statement-breakpoint
CREATE INDEX "due_work_run_at" ON "due_work" USING btree ("run_at","seq");--> statement-breakpoint
CREATE INDEX "memberships_town" ON "memberships" USING btree ("town");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "town_areas_box" ON "town_areas" USING btree ("min_lat","max_lat","min_lon","max_lon");--> statement-breakpoint
CREATE INDEX "report_notes_report" ON "report_notes" USING btree ("town","report_id");--> statement-breakpoint
CREATE INDEX "reports_newest" ON "reports" USING btree ("town","received_at","number");--> statement-breakpoint
CREATE INDEX "reports_changed" ON "reports" USING btree ("town","changed_at");--> statement-breakpoint
CREATE INDEX "reports_queue" ON "reports" USING btree ("town","department","status","received_at");--> statement-breakpoint
CREATE INDEX "reports_place" ON "reports" USING btree ("town","lat","lon");--> statement-breakpoint
CREATE POLICY "own_town_only" ON "deliveries" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "events" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "drafts" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "usage_counts" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_contacts" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_notes" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_numbers" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_photos" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_texts" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));--> statement-breakpoint
CREATE POLICY "own_town_only" ON "reports" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));