SELECT answered_at, utc_offset, rollover_hour, day FROM reviews
