-- Rights for the serving role, no more than it needs; and the second lock of the new tenant table.
GRANT SELECT, INSERT ON "catalogue_versions" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "town_settings" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "shared_departments" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "conformance" TO app;
--> statement-breakpoint
ALTER TABLE "report_links" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_links" TO app;
--> statement-breakpoint
ALTER TABLE "report_links" ALTER CONSTRAINT "report_links_report" DEFERRABLE INITIALLY DEFERRED;
