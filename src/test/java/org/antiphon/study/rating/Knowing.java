package org.antiphon.study.rating;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.antiphon.study.session.Robot;
import org.antiphon.study.session.Step;
import org.antiphon.study.session.answer.Answer;

/** Answers rightly, because it looks into the database: for participants who are to pass all checks. */
final class Knowing implements Function<Participant, ObjectNode> {

    private final Attending attending;

    Knowing(Attending attending) {
        this.attending = attending;
    }

    @Override
    public ObjectNode apply(Participant participant) {
        Visit visit = attending.listen(participant.session());
        Step step = visit.session().position().current().orElseThrow();
        Answer answer = new Robot(visit.session().study()).answer(step);
        ObjectNode letter = participant.letter(AnswerJson.write(answer));
        if (answer instanceof Answer.Judged judged) {
            letter.set("plays", AnswerJson.writePlays(judged.plays()));
            letter.put("took", judged.took().toMillis());
        }
        return letter;
    }
}
