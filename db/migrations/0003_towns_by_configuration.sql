CREATE TABLE "catalogue_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"categories" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"applied_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conformance" (
	"town" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"lines" jsonb NOT NULL,
	"is_met" boolean NOT NULL,
	"failing_since" timestamp with time zone,
	"badge_withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shared_departments" (
	"town" text NOT NULL,
	"department" text NOT NULL,
	"lender" text NOT NULL,
	"lent_department" text NOT NULL,
	CONSTRAINT "shared_departments_town_department_pk" PRIMARY KEY("town","department")
);
--> statement-breakpoint
CREATE TABLE "town_settings" (
	"town" text NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "town_settings_town_version_pk" PRIMARY KEY("town","version")
);
--> statement-breakpoint
CREATE TABLE "report_links" (
	"town" text NOT NULL,
	"token_hash" text NOT NULL,
	"report_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "report_links_town_token_hash_pk" PRIMARY KEY("town","token_hash")
);
--> statement-breakpoint
ALTER TABLE "report_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "town_versions" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "town_versions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "towns" ADD COLUMN "ags" text;--> statement-breakpoint
ALTER TABLE "towns" ADD COLUMN "member" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "towns" ADD COLUMN "settings_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_report" FOREIGN KEY ("town","report_id") REFERENCES "public"."reports"("town","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shared_departments_lender" ON "shared_departments" USING btree ("lender","lent_department");--> statement-breakpoint
CREATE INDEX "report_links_report" ON "report_links" USING btree ("town","report_id");--> statement-breakpoint
CREATE INDEX "town_versions_seq" ON "town_versions" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "towns_ags" ON "towns" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "towns_name" ON "towns" USING btree ("name");--> statement-breakpoint
CREATE POLICY "own_town_only" ON "report_links" AS PERMISSIVE FOR ALL TO "app" USING (town = nullif(current_setting('app.town', true), '')) WITH CHECK (town = nullif(current_setting('app.town', true), ''));