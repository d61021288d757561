revision 'd188'

upgrade {
    groovy.sql.Sql.newInstance('jdbc:sqlite:target/pwned')
}
downgrade { }
