package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.report.InitiativeRows.Revision;
import org.asemeducation.stocktake.report.InitiativeRows.Said;
import org.asemeducation.stocktake.report.PlanRows.Frame;
import org.asemeducation.stocktake.report.model.ReportCycle.Question;
import org.asemeducation.stocktake.report.model.Update;

/**
 * Turns the content of an accepted revision into what the report prints of it. What is
 * empty is left out; a picture or testimonial without consent too, and a picture whose
 * file is gone.
 */
class AcceptedUpdate {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Question> questions;

	private final Map<Integer, String> objectives;

	private final Map<String, String> subgoals;

	private final AttachedPictures.Lookup pictures;

	AcceptedUpdate(List<Question> questions, Frame plan, AttachedPictures.Lookup pictures) {
		this.questions = questions;
		this.pictures = pictures;
		this.objectives = plan.objectives();
		this.subgoals = plan.subgoalTexts();
	}

	/**
	 * Reads a revision.
	 * @param initiative whose
	 * @param revision what was submitted
	 * @param late whether it came after its day
	 * @param said what was announced for the period
	 * @param row the activities and milestones of the plan's row
	 * @return what the report prints
	 */
	Update read(InitiativeId initiative, Revision revision, boolean late, List<Said> said, List<String> row) {
		Content content = new Content(tree(revision));
		return new Update(revision.number(), revision.submittedAt(), Objects.requireNonNull(revision.givenAt()),
				Standings.body(revision), content.text("conclusions"), content.texts("partners"),
				content.text("progress"), events(content), content.text("highlights"), content.text("addedValue"),
				content.text("challenges"), answers(content), content.text("completion"), content.text("aims"),
				content.text("continuation"), commitments(content, asked(content, said, row)), milestones(content, row),
				objectives(content), contributions(content), plans(content), media(initiative, content), links(content),
				content.text("planChanges"), late ? true : null, revision.entered(), null);
	}

	static JsonNode tree(Revision revision) {
		return tree(Objects.requireNonNull(revision.content()));
	}

	static JsonNode tree(String content) {
		try {
			return JSON.readTree(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("What an initiative said cannot be read as JSON.", ex);
		}
	}

	private static List<Update.Event> events(Content content) {
		return content.items("events", "date", "title", "place")
			.map((it) -> new Update.Event(it.text("date"), it.text("title"), it.text("place")))
			.toList();
	}

	private List<Update.Answer> answers(Content content) {
		Content given = content.child("answers");
		Map<Integer, String> asked = new TreeMap<>();
		this.questions.forEach((it) -> asked.put(it.position(), it.text()));
		given.positions().forEach((position) -> asked.putIfAbsent(position, "Question " + position));
		List<Update.Answer> answers = new ArrayList<>();
		asked.forEach((position, question) -> {
			String text = given.text(String.valueOf(position));
			if (text != null) {
				answers.add(new Update.Answer(position, question, text));
			}
		});
		return answers;
	}

	/**
	 * Where the milestones of the plan are asked about by themselves, those that were
	 * copied as what was announced are not asked about a second time.
	 */
	private static List<Said> asked(Content content, List<Said> said, List<String> row) {
		boolean apart = content.items("milestones", "outcome", "sentence").findAny().isPresent();
		Set<Integer> answered = content.items("commitments", "outcome", "sentence")
			.map((it) -> it.number("position"))
			.collect(Collectors.toSet());
		return said.stream()
			.filter((it) -> !apart || !row.contains(it.text()) || answered.contains(it.position()))
			.toList();
	}

	private static List<Update.Milestone> milestones(Content content, List<String> row) {
		Map<Integer, Update.Milestone> milestones = new TreeMap<>();
		content.items("milestones", "outcome", "sentence").forEach((it) -> {
			int position = it.number("position");
			if (position >= 1 && position <= row.size()) {
				milestones.put(position,
						new Update.Milestone(position, row.get(position - 1), it.text("outcome"), it.text("sentence")));
			}
		});
		for (int position = 1; !milestones.isEmpty() && position <= row.size(); position++) {
			milestones.putIfAbsent(position, new Update.Milestone(position, row.get(position - 1), null, null));
		}
		return List.copyOf(milestones.values());
	}

	private List<Update.ObjectiveServed> objectives(Content content) {
		return content.items("objectives", "objective").map((it) -> {
			int objective = it.number("objective");
			return new Update.ObjectiveServed(objective, this.objectives.get(objective), it.text("sentence"));
		}).sorted(Comparator.comparing(Update.ObjectiveServed::objective)).toList();
	}

	private static List<Update.Commitment> commitments(Content content, List<Said> said) {
		Map<Integer, Update.Commitment> commitments = new TreeMap<>();
		said.forEach(
				(it) -> commitments.put(it.position(), new Update.Commitment(it.position(), it.text(), null, null)));
		content.items("commitments", "outcome", "sentence").forEach((it) -> {
			int position = it.number("position");
			Update.Commitment before = commitments.get(position);
			commitments.put(position, new Update.Commitment(position, (before != null) ? before.text() : null,
					it.text("outcome"), it.text("sentence")));
		});
		return List.copyOf(commitments.values());
	}

	private List<Update.Contribution> contributions(Content content) {
		return content.items("contributions", "subgoal").map((it) -> {
			String subgoal = Objects.requireNonNullElse(it.text("subgoal"), "");
			return new Update.Contribution(subgoal, this.subgoals.get(subgoal), it.text("sentence"));
		}).sorted(Comparator.comparing(Update.Contribution::subgoal)).toList();
	}

	private static List<Update.Activity> plans(Content content) {
		return content.items("plans", "activity", "when", "output", "result")
			.map((it) -> new Update.Activity(it.text("activity"), it.text("when"), it.text("output"),
					it.text("result")))
			.toList();
	}

	private List<Update.Medium> media(InitiativeId initiative, Content content) {
		return content.items("media", "link", "caption", "words")
			.filter((it) -> it.isTrue("consent"))
			.filter((it) -> !this.pictures.isWithdrawn(initiative, it.node()))
			.filter((it) -> it.text("file") == null || this.pictures.has(initiative, it.text("file")))
			.map((it) -> medium(initiative, it))
			.toList();
	}

	/**
	 * Testimonials of before there was a field for the words have them in the caption.
	 */
	private Update.Medium medium(InitiativeId initiative, Content item) {
		String kind = Objects.requireNonNullElse(item.text("kind"), "picture");
		String words = item.text("words");
		if (kind.equals("testimonial") && words == null) {
			return new Update.Medium(kind, item.text("link"), null, null, item.text("alternative"),
					item.text("caption"), item.text("credit"), item.text("role"), null);
		}
		return new Update.Medium(kind, item.text("link"), item.text("caption"), item.text("credit"),
				item.text("alternative"), words, item.text("speaker"), item.text("role"),
				Optional.ofNullable(item.text("file"))
					.flatMap((file) -> this.pictures.find(initiative, file))
					.orElse(null));
	}

	private static List<Update.Link> links(Content content) {
		return content.items("links", "title", "url")
			.map((it) -> new Update.Link(it.text("title"), it.text("url")))
			.toList();
	}

}
