assert new File(basedir, 'build.log').text.contains('Pending')
assert new File(basedir, 'app.db').length() > 0
