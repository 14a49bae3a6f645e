package org.asemeducation.stocktake.review.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the secretariat sees which words wait for an answer, and what was answered.
 */
@Controller
class WordingsPage {

	private static final int MOST = 200;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private final Wordings wordings;

	private final Register register;

	private final CurrentPerson current;

	WordingsPage(Wordings wordings, Register register, CurrentPerson current) {
		this.wordings = wordings;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/desk/wordings")
	ModelAndView show() {
		this.current.get().requireSecretariat();
		List<Line> lines = this.wordings.latest(MOST).stream().map(this::line).toList();
		return new ModelAndView("wordings", Map.of("lines", lines));
	}

	private Line line(Wording wording) {
		return new Line(wording.key().cycle().value(), wording.key().initiative().value(), wording.said(),
				wording.proposed(),
				"%s, %s".formatted(this.register.nameOf(wording.proposedBy()), day(wording.proposedAt())),
				standing(wording), wording.sentence());
	}

	private String standing(Wording wording) {
		if (wording.withdrawnAt() != null) {
			return "Withdrawn on %s".formatted(day(wording.withdrawnAt()));
		}
		if (wording.agreed() == null || wording.answeredBy() == null) {
			return "Waits for an answer; until there is one, the accepted words stay";
		}
		String who = "%s on %s".formatted(this.register.nameOf(wording.answeredBy()), day(wording.answeredAt()));
		return wording.agreed() ? "Agreed by %s; it is version %d".formatted(who, wording.became())
				: "Not agreed by %s; the accepted words stay".formatted(who);
	}

	private static String day(@Nullable Instant at) {
		return (at != null) ? DAY.format(at) : "";
	}

	/**
	 * A wording in the list.
	 */
	record Line(String cycle, String initiative, String said, String proposed, String by, String standing,
			@Nullable String sentence) {
	}

}
