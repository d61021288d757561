package library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(indexes = @Index(columnList = "title"))
public class Book {

    @Id
    @Column(length = 13)
    private String isbn;

    @Column(nullable = false)
    private String title;

    @ManyToOne(optional = false)
    private Author author;

    private LocalDate published;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    @ColumnDefault("'ORDERED'")
    private State state;

    @Column(precision = 8, scale = 2)
    private BigDecimal price;
}
