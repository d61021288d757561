// executeFile
// Runs the statements of a file beside the script. `down:` names the file of the downgrade.
// file seed.sql
-- The first users.
INSERT INTO users VALUES (1, 'Ada');
INSERT INTO users VALUES (2, 'Grace');
// file seed_down.sql
DELETE FROM users;
// given
createTable('users') {
    column 'id', integer, primaryKey: true
    column 'name', text
}
// shown
executeFile 'seed.sql', down: 'seed_down.sql'
