revision 'd436'
upgrade {
    try { throw new Exception('x') } catch (IllegalStateException | java.sql.SQLException e) { }
}
downgrade { }
