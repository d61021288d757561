package org.example.broken;

import jakarta.persistence.Entity;

/** What Hibernate refuses. */
@Entity
public class Nameless {
    String name;
}
