package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoTest {

    @Test
    void eachRoleMayWhatThoseBeforeItMay() {
        for (Right right : Right.values()) {
            boolean before = false;
            for (Role role : Role.values()) {
                assertThat(role.allows(right) || !before).as(role + " " + right).isTrue();
                before = role.allows(right);
            }
        }
        assertThat(Role.VIEWER.allows(Right.WRITE)).isFalse();
        assertThat(Role.RESEARCHER.allows(Right.ADMINISTER)).isFalse();
    }

    @Test
    void aTokenMayAtMostWhatItsAccountMay() {
        Who person = with(null);
        assertThat(person.limited(Role.RESEARCHER)).isEqualTo(Role.RESEARCHER);
        assertThat(person.opens("any")).isTrue();
        Who reader = with(new Who.Token(1, "t", false, Optional.empty()));
        assertThat(reader.limited(Role.OWNER)).isEqualTo(Role.VIEWER);
        assertThat(reader.onServer()).isEqualTo(Role.VIEWER);
        Who writer = with(new Who.Token(1, "t", true, Optional.of("one")));
        assertThat(writer.limited(Role.RESEARCHER)).isEqualTo(Role.RESEARCHER);
        assertThat(writer.limited(Role.VIEWER)).isEqualTo(Role.VIEWER);
        assertThat(writer.opens("one")).isTrue();
        assertThat(writer.opens("two")).isFalse();
        assertThat(writer.onServer()).as("changes nothing but its study").isEqualTo(Role.VIEWER);
    }

    private static Who with(Who.Token token) {
        return new Who(7, "ada", Role.OWNER, Optional.ofNullable(token));
    }
}
