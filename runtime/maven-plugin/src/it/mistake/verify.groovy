def log = new File(basedir, 'build.log').text
assert log.contains('migrations/a1.groovy:4:5: No operation "createTabel". Did you mean "createTable"?')
assert log.contains('MojoFailureException')
assert !new File(basedir, 'target/app.db').exists()
