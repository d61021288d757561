revision 'd187'

upgrade {
    java.sql.DriverManager.getConnection('jdbc:sqlite:target/pwned')
}
downgrade { }
