package org.antiphon.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of accounts as they are written, without a server. */
class AccountTemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"";

    /** Reads templates from their folder; of the layout only the places of title and body. */
    private static String rendered(String name, String data, Object value) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        engine.putTemplate(
                "layout", engine.parse("{#insert title}{/}{#insert body}{/}", Variant.forContentType("text/html")));
        return engine.parse(text(TEMPLATES.resolve(name + ".html")), Variant.forContentType("text/html"))
                .data(data, value)
                .render();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatOthersHaveTypedIsTextOnEveryPage() {
        KnownStudies.Named study = new KnownStudies.Named("one", HOSTILE);
        InvitationView invitation = new InvitationView(3, HOSTILE, "viewer of one", HOSTILE, "1 Jan 2026");
        List<MadeLink> made = List.of(new MadeLink("https://here.example/join/x", "An invitation", 7));
        String accounts = rendered(
                "AccountsPages/accounts",
                "page",
                new AccountsPages.Page(
                        1,
                        List.of(
                                new AccountsPages.AccountView(1, HOSTILE, "owner", "owner", false, "never", "all"),
                                new AccountsPages.AccountView(2, HOSTILE, "viewer", "guest", true, "never", HOSTILE)),
                        List.of(invitation),
                        List.of(study),
                        made));
        String people = rendered(
                "PeoplePages/people",
                "page",
                new PeoplePages.Page(
                        study,
                        List.of(new PeoplePages.MemberView(2, HOSTILE, "viewer", "1 Jan 2026", true)),
                        List.of(invitation),
                        made));
        String own = rendered(
                "OwnAccountPages/own",
                "page",
                new OwnAccountPages.Page(
                        HOSTILE,
                        "owner",
                        true,
                        List.of(new OwnAccountPages.BrowserView("ab", HOSTILE, "then", "now", false)),
                        List.of(new OwnAccountPages.TokenView(4, HOSTILE, "reads", "never used", "then")),
                        List.of(study),
                        "antiphon_x",
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        false,
                        true));
        String join = rendered(
                "JoinPages/join", "page", new JoinPages.Page("token", HOSTILE, HOSTILE, "", HOSTILE, HOSTILE, HOSTILE));
        AuditLog.Entry entry = new AuditLog.Entry(
                9, Instant.EPOCH, HOSTILE, Optional.of(HOSTILE), Optional.of("one"), Deed.STUDY_OPENED, HOSTILE);
        String log = rendered(
                "LogPages/log",
                "log",
                LogView.of(
                        HOSTILE,
                        "/accounts/log",
                        true,
                        LogView.filter(Optional.of(HOSTILE), "study-opened", "99"),
                        java.util.Collections.nCopies(AuditLog.PAGE + 1, entry)));
        assertThat(List.of(accounts, people, own, join, log)).allSatisfy(page -> assertThat(page)
                .contains("&lt;img")
                .doesNotContain("<img")
                .doesNotContain("NOT_FOUND"));
        assertThat(people).contains("https://here.example/join/x");
        assertThat(log).contains("before=9").contains("selected>looked at a study");
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    /** The policy of our pages refuses them; here it is told before a browser does. */
    @ParameterizedTest
    @MethodSource("templates")
    void noPageHasScriptOrStyleOfItsOwn(Path template) {
        assertThat(text(template)
                        .replaceAll("<script type=\"application/json\"[^>]*>", "")
                        .toLowerCase(java.util.Locale.ROOT))
                .doesNotContainPattern("<script[^>]*>[^<]")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("javascript:");
    }
}
