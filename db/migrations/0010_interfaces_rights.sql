-- Rights for the serving role, and the second lock of the new tenant tables.
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "api_keys" TO app;
--> statement-breakpoint
ALTER TABLE "webhooks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhooks" TO app;
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_deliveries" TO app;
--> statement-breakpoint
ALTER TABLE "foreign_updates" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "foreign_updates" TO app;
--> statement-breakpoint
ALTER TABLE "partner_reports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "partner_reports" TO app;
--> statement-breakpoint
ALTER TABLE "partner_feeds" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "partner_feeds" TO app;
--> statement-breakpoint
ALTER TABLE "foreign_updates" ALTER CONSTRAINT "foreign_updates_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "partner_reports" ALTER CONSTRAINT "partner_reports_report" DEFERRABLE INITIALLY DEFERRED;
