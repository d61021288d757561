package org.example.press;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;
import org.hibernate.envers.Audited;

/** What Envers keeps the history of. */
public class Articles {

    public enum Kind {
        NEWS,
        OPINION
    }

    @Entity(name = "Article")
    @Audited
    public static class Article {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, unique = true)
        String title;

        @Enumerated(EnumType.STRING)
        Kind kind;

        @OneToMany(mappedBy = "article")
        List<Remark> remarks;

        @ElementCollection
        Set<String> keywords;
    }

    @Entity(name = "Remark")
    @Audited
    public static class Remark {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        Article article;
    }
}
