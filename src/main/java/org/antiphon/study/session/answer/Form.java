package org.antiphon.study.session.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions of one page. */
public record Form(List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** One question; what is not required may be left out, but not be answered badly. */
    public record Field(String key, Accepts accepts, boolean required) {}

    /** Everything that is wrong with these values; none if they can be taken. */
    public List<Refusal> refusals(Map<String, Value> values) {
        List<Refusal> refusals = new ArrayList<>();
        for (Field field : fields) {
            Value value = values.get(field.key());
            if (value != null) {
                field.accepts().refusal(value).ifPresent(why -> refusals.add(new Refusal(field.key(), why)));
            } else if (field.required()) {
                refusals.add(new Refusal(field.key(), "This has not been answered yet."));
            }
        }
        for (String key : values.keySet()) {
            Optional<Field> field =
                    fields.stream().filter(one -> one.key().equals(key)).findFirst();
            if (field.isEmpty()) {
                refusals.add(new Refusal(key, "This was not asked."));
            }
        }
        return refusals;
    }
}
