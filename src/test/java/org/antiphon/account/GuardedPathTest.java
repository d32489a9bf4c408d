package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every address of the application asks of those who call it. */
class GuardedPathTest {

    /** What anybody may call: the demo, signing in, and taking part. An address that is new here is to be thought about. */
    private static final List<String> OPEN_TO_ALL = List.of(
            "/",
            "/translations/",
            "/about/",
            "/api/translations",
            "/api/samples",
            "/api/system",
            "/sign-in",
            "/sign-out",
            "/welcome/",
            "/join/",
            "/s/",
            "/api/taking");

    @Test
    void guardsEveryAddressOfStudiesByTheStudyThatItNames() {
        List<Endpoint> endpoints =
                Endpoint.all().stream().filter(Endpoint::ofStudies).toList();
        assertThat(endpoints).hasSizeGreaterThan(15);
        assertThat(endpoints).allSatisfy(endpoint -> {
            assertThat(endpoint.guard()).as(endpoint.toString()).isPresent();
            boolean hasVariables = endpoint.template().contains("{");
            assertThat(endpoint.guard().get().variable().isPresent())
                    .as("%s names its study first", endpoint)
                    .isEqualTo(hasVariables);
        });
    }

    @Test
    void knowsEveryAddressThatIsOpenToAll() {
        assertThat(Endpoint.all().stream()
                        .filter(endpoint -> endpoint.guard().isEmpty())
                        .filter(endpoint -> OPEN_TO_ALL.stream().noneMatch(open -> isBelow(endpoint.template(), open)))
                        .toList())
                .as("neither guarded nor known as open to all")
                .isEmpty();
    }

    private static boolean isBelow(String template, String open) {
        return template.equals(open) || !open.equals("/") && template.startsWith(open);
    }

    @Path("/api/studies")
    static class Careless {
        @GET
        @Path("{study: [a-z]+}/{slug}")
        void look() {}

        @DELETE
        @Path("{study}")
        void remove() {}

        @POST
        @Path("check")
        @Needs(Right.READ)
        void check() {}
    }

    @Path("/elsewhere/{slug}")
    static class Elsewhere {
        @GET
        void look() {}

        @GET
        @Path("more")
        @ForResearchers
        void more() {}

        @GET
        @Path("most")
        @Needs(value = Right.ADMINISTER, inPerson = true)
        void most() {}
    }

    @Test
    void readsWhatAMethodNeedsOffItsAddressAndAnnotations() throws NoSuchMethodException {
        assertThat(of(Careless.class, "look", "GET")).contains(needs("study", Right.READ));
        assertThat(of(Careless.class, "look", "HEAD")).contains(needs("study", Right.READ));
        assertThat(of(Careless.class, "remove", "DELETE")).contains(needs("study", Right.WRITE));
        assertThat(of(Careless.class, "check", "POST")).contains(needs(null, Right.READ));
        assertThat(of(Elsewhere.class, "look", "GET")).isEmpty();
        assertThat(of(Elsewhere.class, "more", "GET")).contains(needs(null, Right.READ));
        assertThat(of(Elsewhere.class, "most", "GET"))
                .contains(new GuardedPath(Optional.empty(), Right.ADMINISTER, true));
    }

    private static GuardedPath needs(String variable, Right right) {
        return new GuardedPath(Optional.ofNullable(variable), right, false);
    }

    private static Optional<GuardedPath> of(Class<?> type, String method, String http) throws NoSuchMethodException {
        return GuardedPath.of(type, type.getDeclaredMethod(method), http);
    }
}
