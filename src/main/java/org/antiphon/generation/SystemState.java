package org.antiphon.generation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what there is to say about this installation. */
@ApplicationScoped
class SystemState {

    private final Translating models;
    private final TranslationRows translations;
    private final String version;

    @Inject
    SystemState(
            Translating models,
            TranslationRows translations,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.models = models;
        this.translations = translations;
        this.version = version;
    }

    SystemView view() {
        SystemView.QueueView queue = QuarkusTransaction.requiringNew()
                .call(() -> new SystemView.QueueView(translations.waiting(), translations.running()));
        return new SystemView(
                models.readiness().label(),
                models.device().orElse(null),
                models.models().stream().map(SystemState::view).toList(),
                version,
                queue);
    }

    private static SystemView.ModelView view(Translating.Model model) {
        Long parameters = model.parameters().isPresent() ? model.parameters().getAsLong() : null;
        return new SystemView.ModelView(model.family(), model.name(), parameters, "/about/models/" + model.family());
    }
}
