-- Runs in psql and sqlite3 as it stands.
CREATE TABLE notes (id integer PRIMARY KEY, body text NOT NULL);

INSERT INTO notes (id, body) VALUES
    (1, 'Populations are of 2024; see the source.'),
    (2, 'It''s one statement, semicolons in texts; and all.');
