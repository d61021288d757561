revision     '0e4567000007'
downRevision '0d3456000006'
message      'Add auto-update trigger for videos.updated_at'

upgrade {
    if (dialect == 'postgresql') {
        execute '''
            CREATE OR REPLACE FUNCTION update_videos_updated_at()
            RETURNS TRIGGER AS $$
            BEGIN
                NEW.updated_at = now();
                RETURN NEW;
            END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS videos_updated_at_trigger ON videos;

            CREATE TRIGGER videos_updated_at_trigger
            BEFORE UPDATE ON videos
            FOR EACH ROW
            EXECUTE FUNCTION update_videos_updated_at();
        '''
    } else {
        execute '''
            CREATE TRIGGER videos_updated_at_trigger AFTER UPDATE OF youtube_id, thumbnail_url ON videos
            BEGIN
                UPDATE videos SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
            END;
        '''
    }
}

downgrade {
    if (dialect == 'postgresql') {
        execute '''
            DROP TRIGGER IF EXISTS videos_updated_at_trigger ON videos;
            DROP FUNCTION IF EXISTS update_videos_updated_at();
        '''
    } else {
        execute 'DROP TRIGGER IF EXISTS videos_updated_at_trigger'
    }
}
