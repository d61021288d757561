package dev.retort.benchmark.peers;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The least that a program of the JVM can do with a database. */
final class OneRow {

    private OneRow() {}

    /** The class of the driver, the JDBC URL, and the query. */
    public static void main(String[] args) throws ReflectiveOperationException, SQLException {
        // By name: a look for all drivers would cost more than the one.
        Driver driver = (Driver) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        try (Connection connection = driver.connect(args[1], new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(args[2])) {
            row.next();
            System.out.println(row.getString(1));
        }
    }
}
