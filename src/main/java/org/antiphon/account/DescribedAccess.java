package org.antiphon.account;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in the description of the programming interface how to come in, and where one must. */
public class DescribedAccess implements OASFilter {

    private static final Pattern GUARDED = Pattern.compile("/api/(studies|account|log|study-progress)\\b.*");
    private static final String TOKEN = "token";
    private static final String BROWSER = "browser";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token that somebody made for a script at /account."))
                .addSecurityScheme(
                        BROWSER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(SignInPages.COOKIE)
                                .description("The cookie of a browser that is signed in at /sign-in."));
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (GUARDED.matcher(path).matches()) {
                item.getOperations().values().forEach(DescribedAccess::asksWho);
            }
        });
    }

    private static void asksWho(Operation operation) {
        operation.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(TOKEN),
                OASFactory.createSecurityRequirement().addScheme(BROWSER)));
    }
}
