-- What drizzle-kit does not write: FORCE (the owner is bound by the policies too), rights, deferred keys.
ALTER TABLE "deliveries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "drafts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "usage_counts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "report_contacts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "report_notes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "report_numbers" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "report_photos" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "report_texts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "deliveries" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "events" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "drafts" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency_keys" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "usage_counts" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_contacts" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_notes" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_numbers" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_photos" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_texts" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "reports" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "due_work" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "limits" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "memberships" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "people" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sessions" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "town_areas" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "town_versions" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "towns" TO app;
--> statement-breakpoint
-- A server asks whether its schema is the one it was built for.
GRANT USAGE ON SCHEMA drizzle TO app;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO app;
--> statement-breakpoint
-- Deferred, so that a new report's row, and with it the town's number counter, comes last before commit.
ALTER TABLE "report_texts" ALTER CONSTRAINT "report_texts_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "report_contacts" ALTER CONSTRAINT "report_contacts_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "report_notes" ALTER CONSTRAINT "report_notes_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "report_photos" ALTER CONSTRAINT "report_photos_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "events" ALTER CONSTRAINT "events_report" DEFERRABLE INITIALLY DEFERRED;
