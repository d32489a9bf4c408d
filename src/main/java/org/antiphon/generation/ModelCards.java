package org.antiphon.generation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.platform.PlatformConfig;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The cards that come with the models, as HTML. */
@ApplicationScoped
class ModelCards {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Path models;
    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    @Inject
    ModelCards(PlatformConfig config) {
        this.models = config.modelsFolder().toAbsolutePath();
    }

    /** The card of the family's shipped model; empty if there is none. */
    Optional<String> html(String family) {
        if (!family.matches("[a-z]{1,40}")) {
            return Optional.empty();
        }
        Path card = models.resolve(family)
                .resolve(TranslationResource.DEFAULT_MODEL)
                .resolve("card.md");
        if (!Files.isRegularFile(card)) {
            return Optional.empty();
        }
        try {
            return Optional.of(renderer.render(parser.parse(Files.readString(card))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model card " + card, e);
        }
    }
}
