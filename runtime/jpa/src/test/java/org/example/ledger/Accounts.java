package org.example.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What PostgreSQL has, and not every database. */
public class Accounts {

    public enum Currency {
        EUR,
        USD
    }

    @Entity(name = "Account")
    @Table(
            schema = "billing",
            indexes = {@Index(columnList = "holder"), @Index(name = "ix_account_holders", columnList = "holder desc")})
    public static class Account {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String holder;

        @Enumerated
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Currency currency;

        @ManyToOne
        Account parent;
    }

    @Entity(name = "Entry")
    public static class Entry {
        @Id
        @ColumnDefault("gen_random_uuid()")
        UUID id;

        @ManyToOne(optional = false)
        Account account;

        String[] labels;
        int[] numbers;
        List<UUID> others;

        @Array(length = 5)
        String[] fewLabels;

        @JdbcTypeCode(SqlTypes.JSON)
        @ColumnDefault("'{}'")
        Map<String, String> details;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration took;

        InetAddress source;

        @Column(columnDefinition = "tsvector")
        String searched;

        @Column(columnDefinition = "timestamptz default now() not null")
        java.time.Instant seen;
    }
}
