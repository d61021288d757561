def log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/retort/upgrade.sql').text.contains('CREATE TABLE users')
assert log.contains('Running upgrade  -> a1, Create users')
assert log.contains('Running downgrade a1 -> , Create users')
assert log.contains('a1 (head), Create users') || log.contains('-> a1 (head)')
assert new File(basedir, 'target/app.db').length() > 0
assert log.contains(':lint (proven)') && log.contains('Nothing was found in 1 revision.')
assert log.contains('checks passed. The same rows again: retort verify --url sqlite:///target/app.db --seed 7')
