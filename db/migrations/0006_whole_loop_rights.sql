-- Rights for the serving role, and the second lock of the new tenant tables.
ALTER TABLE "draft_photos" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft_photos" TO app;
--> statement-breakpoint
ALTER TABLE "feedbacks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "feedbacks" TO app;
--> statement-breakpoint
ALTER TABLE "followers" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "followers" TO app;
--> statement-breakpoint
ALTER TABLE "report_ratings" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_ratings" TO app;
--> statement-breakpoint
ALTER TABLE "town_addresses" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "town_addresses" TO app;
--> statement-breakpoint
ALTER TABLE "undo_steps" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "undo_steps" TO app;
--> statement-breakpoint
ALTER TABLE "followers" ALTER CONSTRAINT "followers_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "report_ratings" ALTER CONSTRAINT "report_ratings_report" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "undo_steps" ALTER CONSTRAINT "undo_steps_report" DEFERRABLE INITIALLY DEFERRED;
