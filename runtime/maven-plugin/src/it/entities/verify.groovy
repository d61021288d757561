def log = new File(basedir, 'build.log').text
assert log.contains("addColumn 'users', 'nickname', varchar(100)")
assert log.contains('column users.nickname:')
assert log.count('MojoFailureException') == 2
