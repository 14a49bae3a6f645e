package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Bodies;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;

/**
 * Whose words a report prints and who accepted them: each sentence stands there only if
 * it is so in this report.
 */
class WhoseWords {

	private final ReportModel report;

	private final List<Initiative> initiatives;

	private final List<Update> updates;

	private final long edited;

	private final long entered;

	private final long carried;

	private final long desk;

	WhoseWords(ReportModel report) {
		this.report = report;
		this.initiatives = report.initiatives().toList();
		this.updates = this.initiatives.stream().map(Initiative::update).filter(Objects::nonNull).toList();
		this.edited = number(this.updates, (it) -> it.edited() != null);
		this.entered = number(this.updates, (it) -> it.entered() != null);
		this.carried = printed(Instead.CARRIED_FORWARD);
		this.desk = printed(Instead.DESK_UPDATE);
	}

	/** Below the title. */
	List<String> imprint() {
		if (this.updates.isEmpty()) {
			return List.of("Prepared by the ASEM Education Secretariat.");
		}
		return List.of("Prepared by the ASEM Education Secretariat from the updates of the coordinators.",
				"The texts of the fact sheets are the coordinators’ own%s.".formatted(exceptions()));
	}

	private String exceptions() {
		String done = or(named(this.edited, "edited"), named(this.entered, "entered"), named(this.desk, "written"));
		String said = or(done.isEmpty() ? "" : "that the secretariat has %s it".formatted(done),
				named(this.carried, "that it is carried forward from an earlier year"));
		return said.isEmpty() ? "" : ", except where a sheet says " + said;
	}

	/** In the chapter on the process: one paragraph. */
	String story() {
		return Stream.of(accepted(), printed(), answered(), missing(), claimed(), contributed())
			.filter((it) -> !it.isEmpty())
			.reduce((one, next) -> one + " " + next)
			.orElse("");
	}

	/** Whether somebody has read all that was accepted. */
	boolean isAllReviewed() {
		return !bodies().contains(Bodies.AS_RECEIVED);
	}

	private List<String> bodies() {
		return this.initiatives.stream().flatMap(WhoseWords::acceptedBy).toList();
	}

	private String accepted() {
		List<String> bodies = bodies();
		if (bodies.isEmpty()) {
			return "Nothing that coordinators submitted has been accepted.";
		}
		List<String> sentences = new ArrayList<>();
		if (bodies.contains(Bodies.REVIEWING)) {
			sentences
				.add("The Standing Working Group reads the updates and accepts them, or returns them with remarks.");
		}
		long itself = number(bodies, Bodies.SECRETARIAT::equals);
		long asReceived = number(bodies, Bodies.AS_RECEIVED::equals);
		String others = and((itself != 0) ? were(itself) + " accepted by the %s".formatted(Bodies.SECRETARIAT) : "",
				(asReceived != 0) ? were(asReceived) + " taken in by the secretariat as received, not reviewed" : "");
		if (!others.isEmpty()) {
			sentences.add("Of the accepted texts %s; their fact sheets say so.".formatted(others));
		}
		return String.join(" ", sentences);
	}

	private String printed() {
		if (this.updates.isEmpty()) {
			return "";
		}
		String others = and(
				(this.edited != 0) ? "in %s the secretariat has edited some of them".formatted(sheets(this.edited))
						: "",
				(this.entered != 0) ? "in %s the secretariat entered them".formatted(sheets(this.entered)) : "");
		return "Of each accepted update this report prints the latest accepted revision and says which it is and when it was accepted. The words are the coordinators’ own"
				+ (others.isEmpty() ? "." : ", except that %s; each says so.".formatted(others));
	}

	private String answered() {
		return (number(this.initiatives, (it) -> it.answer() != null) != 0)
				? "Where coordinators answered in place of an update, that answer is printed." : "";
	}

	private String missing() {
		if (number(this.initiatives, (it) -> it.update() == null && it.answer() == null) == 0) {
			return "";
		}
		String instead = and(
				(this.carried != 0)
						? "in %s the text of an earlier year, carried forward".formatted(sheets(this.carried)) : "",
				(this.desk != 0) ? "in %s a desk update by the secretariat".formatted(sheets(this.desk)) : "");
		return "Where nothing was accepted, one line says why"
				+ (instead.isEmpty() ? "." : "; below it stands %s. Each says so.".formatted(instead));
	}

	private String claimed() {
		if (this.updates.stream().allMatch((it) -> it.contributions().isEmpty() && it.objectives().isEmpty())) {
			return "";
		}
		boolean assessed = this.report.assessments() != null && !this.report.assessments().isEmpty()
				&& this.report.order().contains(ReportChapter.ANALYSIS.key());
		return "What an initiative contributes to the objectives and subgoals is the statement of its coordinators%s."
			.formatted(assessed ? "; what the secretariat makes of it stands beside it in the analysis" : "");
	}

	private String contributed() {
		return (!this.report.contributed().isEmpty() && this.report.order().contains(PartyContribution.CHAPTER))
				? "What partners and stakeholders without an initiative contributed was accepted by the %s."
					.formatted(Bodies.SECRETARIAT)
				: "";
	}

	private long printed(String kind) {
		return number(this.initiatives, (it) -> it.instead() != null && it.instead().kind().equals(kind));
	}

	private static Stream<String> acceptedBy(Initiative initiative) {
		Update update = initiative.update();
		Answer answer = initiative.answer();
		return (update != null) ? Stream.of(update.acceptedBy())
				: (answer != null) ? Stream.of(answer.acceptedBy()) : Stream.empty();
	}

	private static String were(long number) {
		return number + ((number == 1) ? " was" : " were");
	}

	private static String sheets(long number) {
		return Words.count((int) number, "fact sheet", "fact sheets");
	}

	private static String named(long number, String name) {
		return (number != 0) ? name : "";
	}

	private static String and(String... phrases) {
		return String.join(" and ", Stream.of(phrases).filter((it) -> !it.isEmpty()).toList());
	}

	private static String or(String... phrases) {
		return String.join(" or ", Stream.of(phrases).filter((it) -> !it.isEmpty()).toList());
	}

	private static <T> long number(List<T> all, Predicate<T> which) {
		return all.stream().filter(which).count();
	}

}
