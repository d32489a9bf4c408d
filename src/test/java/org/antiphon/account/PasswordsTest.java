package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void knowsThePasswordAgainAndNoOther() {
        String hash = Passwords.hash("zwölf Amseln im Garten");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.fits("zwölf Amseln im Garten", hash)).isTrue();
        assertThat(Passwords.fits("zwölf Amseln im garten", hash)).isFalse();
        assertThat(Passwords.hash("zwölf Amseln im Garten")).as("has a salt").isNotEqualTo(hash);
    }

    /** A known answer of the reference implementation, libargon2 20190702. */
    @Test
    void readsWhatTheReferenceImplementationWrote() {
        String hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(Passwords.fits("password", hash)).isTrue();
        assertThat(Passwords.fits("Password", hash)).isFalse();
    }

    @Test
    void refusesAHashOfAnotherForm() {
        assertThatThrownBy(() -> Passwords.fits("x", "$2a$10$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
