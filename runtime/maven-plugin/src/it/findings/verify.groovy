def log = new File(basedir, 'build.log').text
assert log.contains('migrations/b2.groovy:6:5: warning: createIndex locks "users"')
assert log.contains('[index-not-concurrent]')
assert log.contains('MojoFailureException')
