package org.example.shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

/** Who buys what, and pays for it. */
public class Sales {

    @MappedSuperclass
    public abstract static class Recorded {
        @Column(nullable = false, updatable = false)
        Instant createdAt;

        @ColumnDefault("'nobody'")
        String createdBy;
    }

    @Converter(autoApply = true)
    public static class UriText implements AttributeConverter<URI, String> {
        @Override
        public String convertToDatabaseColumn(URI uri) {
            return uri.toString();
        }

        @Override
        public URI convertToEntityAttribute(String text) {
            return URI.create(text);
        }
    }

    @Entity(name = "Customer")
    @SecondaryTable(name = "customer_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"))
    public static class Customer extends Recorded {
        @Id
        @GeneratedValue
        Long id;

        URI homePage;

        @Column(table = "customer_details", length = 2000)
        String remarks;

        @OneToOne
        @JoinColumn(unique = true)
        Basket basket;
    }

    @Entity(name = "Basket")
    public static class Basket {
        @Id
        Long id;

        @OneToOne
        @MapsId
        Customer customer;
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    public static class Order extends Recorded {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        Customer customer;

        @OneToMany(mappedBy = "order")
        Set<OrderLine> lines;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Customer payer;
    }

    @Embeddable
    public static class LineId implements Serializable {
        Long orderId;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId line && Objects.equals(orderId, line.orderId) && position == line.position;
        }

        @Override
        public int hashCode() {
            return position;
        }
    }

    @Entity(name = "OrderLine")
    public static class OrderLine {
        @EmbeddedId
        LineId id;

        @ManyToOne
        @MapsId("orderId")
        Order order;

        @ManyToOne
        Catalogue.Book book;

        @Column(nullable = false)
        @ColumnDefault("1")
        int amount;
    }

    @Entity(name = "Discount")
    public static class Discount {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        OrderLine line;

        @Column(precision = 5, scale = 2)
        BigDecimal percent;
    }

    // ---- one table for all ----

    @Entity(name = "Payment")
    @DiscriminatorColumn(length = 10)
    public static class Payment {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Order paid;

        BigDecimal amount;
    }

    @Entity(name = "CardPayment")
    @DiscriminatorValue("CARD")
    public static class CardPayment extends Payment {
        @Column(length = 4)
        String lastDigits;
    }

    @Entity(name = "TransferPayment")
    @DiscriminatorValue("TRANSFER")
    public static class TransferPayment extends Payment {
        String iban;
    }

    // ---- a table for each part ----

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    public static class Vehicle {
        @Id
        @GeneratedValue
        Long id;

        String plate;
    }

    @Entity(name = "Van")
    @DiscriminatorValue("1")
    public static class Van extends Vehicle {
        double volume;
    }

    @Entity(name = "Truck")
    @DiscriminatorValue("2")
    @PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_truck"))
    public static class Truck extends Vehicle {
        int axles;

        @ManyToMany
        Set<Employee> drivers;
    }

    // ---- a table for each class ----

    @Entity(name = "Document")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Document {
        @Id
        @GeneratedValue
        Long id;

        LocalDate writtenOn;
    }

    @Entity(name = "Invoice")
    public static class Invoice extends Document {
        @Column(unique = true)
        String number;

        @ManyToOne
        Order billed;
    }

    @Entity(name = "Letter")
    public static class Letter extends Document {
        String subject;
    }

    // ---- itself, and odd names ----

    @Entity(name = "Employee")
    public static class Employee {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Employee manager;

        @ManyToMany
        Set<Employee> colleagues;

        @Column(name = "`order`")
        Integer position;

        @Column(name = "`Full Name`")
        String fullName;
    }

    @Entity(name = "User")
    @Table(name = "`user`")
    public static class User {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        @JoinColumn(name = "`group`")
        Group group;
    }

    @Entity(name = "Group")
    @Table(name = "`User Group`")
    public static class Group {
        @Id
        @GeneratedValue
        Long id;
    }
}
