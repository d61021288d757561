package library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Author {

    @Id
    private Long id;

    @Column(length = 80, nullable = false)
    private String fullName;

    private Integer bornIn;

    @OneToMany(mappedBy = "author")
    private List<Book> books = new ArrayList<>();
}
