package org.example.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** What is sold. */
public class Catalogue {

    public enum State {
        DRAFT,
        ON_SALE,
        SOLD_OUT
    }

    @Entity(name = "Author")
    @Comment("Who wrote a book; it's never deleted")
    @Check(constraints = "born is null or born > '1000-01-01'")
    public static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false, unique = true)
        String emailAddress;

        @Column(nullable = false, length = 80)
        @Comment("as it is printed")
        String penName;

        LocalDate born;

        @ColumnDefault("'DRAFT'")
        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        State state;

        @Enumerated(EnumType.ORDINAL)
        State lastState;

        @Column(nullable = false)
        @ColumnDefault("current_timestamp")
        Instant createdAt;

        @Lob
        String biography;

        @Lob
        byte[] portrait;

        @Check(name = "author_score", constraints = "score between 0 and 100")
        @ColumnDefault("10")
        int score;

        @ManyToOne
        Author editor;
    }

    @Entity(name = "EveryType")
    public static class EveryType {
        @Id
        UUID id;

        boolean aBoolean;
        Boolean maybe;
        byte aByte;
        short aShort;
        int anInt;
        long aLong;
        float aFloat;
        double aDouble;
        char aChar;
        BigDecimal aDecimal;

        @Column(precision = 12, scale = 4)
        BigDecimal exact;

        BigInteger aBigInteger;
        byte[] bytes;

        @Column(length = 32600)
        String longText;

        @Column(length = 1_000_000)
        String longerText;

        LocalDate aDate;
        LocalTime aTime;
        LocalDateTime aDateTime;

        @Column(columnDefinition = "timestamp(3)")
        LocalDateTime millis;

        OffsetDateTime withOffset;
        Instant instant;
        Duration duration;
        ZoneId zone;
        Class<?> aClass;

        @Column(columnDefinition = "varchar(20) default 'own' not null")
        String own;
    }

    @Embeddable
    public static class Dimensions {
        double height;
        double width;

        @ColumnDefault("'cm'")
        String unit;
    }

    @Entity(name = "Book")
    @Table(
            indexes = {
                @Index(name = "ix_book_title", columnList = "title desc, isbn"),
                @Index(columnList = "publishedOn"),
                @Index(name = "ux_book_number", columnList = "number", unique = true)
            },
            uniqueConstraints = {
                @UniqueConstraint(name = "uq_isbn_of_book", columnNames = "isbn"),
                @UniqueConstraint(columnNames = {"title", "publishedOn"})
            })
    public static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Version
        int version;

        @Column(nullable = false)
        String title;

        String isbn;
        Integer number;
        LocalDate publishedOn;

        BigDecimal net;
        BigDecimal tax;

        @GeneratedColumn("net + tax")
        BigDecimal gross;

        @ManyToOne(optional = false)
        @JoinColumn(name = "writer_id", foreignKey = @ForeignKey(name = "fk_book_writer"))
        @OnDelete(action = OnDeleteAction.CASCADE)
        Author writer;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Author translator;

        @Embedded
        Dimensions dimensions;

        @ManyToMany
        Set<Tag> tags;

        @ManyToMany
        @JoinTable(
                name = "book_shelf_places",
                joinColumns = @JoinColumn(name = "book"),
                inverseJoinColumns = @JoinColumn(name = "shelf"))
        List<Shelf> shelves;

        @ElementCollection
        @OrderColumn
        List<String> chapters;

        @ElementCollection
        @CollectionTable(name = "book_prices")
        @MapKeyColumn(name = "currency", length = 3)
        @Column(name = "price", nullable = false)
        Map<String, BigDecimal> prices;

        @ElementCollection
        Set<Dimensions> packages;
    }

    @Entity(name = "Tag")
    public static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @ManyToOne
        Tag parent;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Shelf")
    public static class Shelf {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        String place;

        @OneToMany(cascade = CascadeType.ALL)
        List<Label> labels;

        @OneToMany
        @JoinColumn(name = "shelf_id")
        Set<Lamp> lamps;
    }

    @Entity(name = "Label")
    public static class Label {
        @Id
        @GeneratedValue
        @SequenceGenerator(name = "labels", sequenceName = "label_numbers", initialValue = 1000, allocationSize = 1)
        Integer id;
    }

    @Entity(name = "Lamp")
    public static class Lamp {
        @Id
        @GeneratedValue
        Long id;
    }
}
