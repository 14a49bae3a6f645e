package org.asemeducation.stocktake.update.thread;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the AES was asked and has not answered.
 */
@Controller
class QuestionsPage {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'",
			Locale.ENGLISH);

	private final Messages messages;

	private final CycleInitiatives initiatives;

	private final Register register;

	private final CurrentPerson current;

	QuestionsPage(Messages messages, CycleInitiatives initiatives, Register register, CurrentPerson current) {
		this.messages = messages;
		this.initiatives = initiatives;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/desk/questions")
	ModelAndView show() {
		this.current.get().requireSecretariat();
		List<Line> lines = this.messages.unanswered().stream().map(this::line).toList();
		return new ModelAndView("questions", "questions", lines);
	}

	private Line line(Message message) {
		String title = this.initiatives.find(message.key().cycle(), message.key().initiative())
			.map(CycleInitiative::title)
			.orElse("");
		return new Line(message.key().cycle().value(), message.key().initiative().value(), title,
				this.register.nameOf(message.writtenBy()), MOMENT.format(message.writtenAt().atOffset(ZoneOffset.UTC)),
				message.text());
	}

	/** A question. */
	record Line(String cycle, String initiative, String title, String by, String at, String text) {
	}

}
