-- Which set of metrics, each in its version, a finished translation was measured by; what was measured by another one than
-- the program knows is measured anew.
alter table translation add column metric_set text check (metric_set ~ '^[0-9a-f]{64}$');
create index translation_by_metric_set on translation (metric_set) where status = 'done';
