package org.antiphon.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of facts about this installation. */
@Entity
@Table(name = "installation")
class InstallationRow {

    @Id
    @Column(name = "only_row")
    Boolean onlyRow;

    @Column(name = "visitor_salt")
    String visitorSalt;
}
