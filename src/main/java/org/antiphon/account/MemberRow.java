package org.antiphon.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** What an account may do in one study. */
@Entity
@Table(name = "study_member")
@IdClass(MemberRow.Key.class)
class MemberRow {

    @Id
    @Column(name = "account_id")
    Long accountId;

    @Id
    String study;

    String role;
    Instant since;

    /** Who in which study. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        Long accountId;
        String study;

        Key() {}

        Key(Long accountId, String study) {
            this.accountId = accountId;
            this.study = study;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(accountId, key.accountId)
                    && Objects.equals(study, key.study);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, study);
        }
    }
}
