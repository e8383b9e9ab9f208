-- Rights for the serving role, and the second lock of the new tenant tables.
ALTER TABLE "erasures" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A proof is written once: nobody who serves may change or remove it.
GRANT SELECT, INSERT ON "erasures" TO app;
--> statement-breakpoint
ALTER TABLE "content_notices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "content_notices" TO app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "recovery_codes", "person_links", "sign_in_steps", "person_identities" TO app;
--> statement-breakpoint
-- The history stays as it was written, but the town's public words in it can be erased: that, and nothing else.
GRANT UPDATE ("facts") ON "events" TO app;
--> statement-breakpoint
CREATE FUNCTION only_words_are_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.facts IS DISTINCT FROM OLD.facts - 'answer' THEN
    RAISE EXCEPTION 'history can only lose its words' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "events_only_lose_words" BEFORE UPDATE ON "events" FOR EACH ROW EXECUTE FUNCTION only_words_are_erased();
