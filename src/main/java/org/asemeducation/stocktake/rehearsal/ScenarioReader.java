package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.cycle.ProposedDates;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.rehearsal.Scenario.Desk;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.rehearsal.Scenario.Member;
import org.asemeducation.stocktake.update.UpdateForm;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a scenario file; the format stands in {@code docs/rehearsal.md}.
 */
final class ScenarioReader {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

	private final String file;

	private ScenarioReader(Path file) {
		this.file = file.getFileName().toString();
	}

	/**
	 * Reads the file.
	 * @param file a YAML file
	 * @return the scenario
	 * @throws BadScenario with file, place and reason in one line
	 */
	static Scenario read(Path file) {
		ScenarioReader reader = new ScenarioReader(file);
		return reader.scenario(new Node(reader.file, "", reader.parse(file)));
	}

	private Object parse(Path path) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setCodePointLimit(MOST_CHARACTERS);
		DumperOptions dumper = new DumperOptions();
		Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options,
				new DatesAreTexts());
		try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
			return yaml.load(text);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw BadScenario.at(this.file, "line " + line, String.valueOf(ex.getProblem()));
		}
		catch (YAMLException | IOException ex) {
			throw BadScenario.at(this.file, "the file", "cannot be read as YAML in UTF-8: " + ex.getMessage());
		}
	}

	private Scenario scenario(Node root) {
		if (root.isMissing()) {
			throw root.wrong("is empty; it needs cycle, secretariat and reviewers");
		}
		root.only("cycle", "secretariat", "reviewers", "contacts", "events");
		Node cycle = root.child("cycle")
			.only("name", "title", "zone", "opens", "meetings", "request", "deadline", "freeze", "reviews", "comments",
					"papers", "reminders", "freezeReminders", "questions");
		rungs(cycle.child("reminders"));
		rungs(cycle.child("freezeReminders"));
		LocalDate opens = cycle.child("opens").date();
		NewCycle calendar = calendar(cycle);
		for (Problem problem : calendar.problems()) {
			throw cycle.child(problem.field()).wrong(problem.message());
		}
		return new Scenario(this.file, opens, calendar, member(root.child("secretariat")),
				root.child("reviewers").list("reviewer").stream().map(ScenarioReader::member).toList(),
				root.child("contacts").list("contact").stream().map(ScenarioReader::desk).toList(),
				events(root.child("events")));
	}

	private static NewCycle calendar(Node cycle) {
		List<NewMeeting> meetings = cycle.child("meetings")
			.list("meeting")
			.stream()
			.map(ScenarioReader::meeting)
			.toList();
		LocalDate deadline = cycle.child("deadline").date();
		LocalDate freeze = cycle.child("freeze").date();
		ProposedDates proposed = ProposedDates.backwardsFrom(meetings.stream()
			.filter((meeting) -> meeting.kind() == MeetingKind.SOM2 && meeting.planned() != null)
			.map(NewMeeting::planned)
			.findFirst()
			.orElse(freeze));
		return new NewCycle(cycle.child("name").text(), cycle.child("title").text(), cycle.child("zone").zone().getId(),
				meetings, cycle.child("request").date(), deadline, freeze,
				cycle.child("reviews").date(notBefore(freeze, proposed.reviews())),
				cycle.child("comments").date(notBefore(freeze, proposed.comments())),
				cycle.child("papers").date(notBefore(freeze, proposed.papers())),
				cycle.child("questions").list("question").stream().map(Node::text).toList());
	}

	private static LocalDate notBefore(LocalDate freeze, LocalDate proposed) {
		return proposed.isBefore(freeze) ? freeze : proposed;
	}

	private static void rungs(Node rungs) {
		for (Node rung : rungs.list("rung")) {
			if (!(rung.value() instanceof Integer)) {
				throw rung.wrong("give a number of days");
			}
		}
	}

	private static NewMeeting meeting(Node meeting) {
		meeting.only("kind", "planned", "place", "virtual", "host");
		return new NewMeeting(meeting.child("kind").oneOf(MeetingKind.class),
				meeting.has("planned") ? meeting.child("planned").date() : null,
				meeting.has("place") ? meeting.child("place").text() : null,
				Boolean.parseBoolean(meeting.child("virtual").text("false")),
				meeting.has("host") ? meeting.child("host").text() : null);
	}

	private static Member member(Node member) {
		member.only("email", "zone", "name");
		return new Member(member.child("email").text(), member.child("zone").zoneIfAny());
	}

	private static Desk desk(Node contact) {
		contact.only("party", "name", "email", "zone");
		String party = contact.child("party").text();
		return new Desk(party, contact.child("name").text(party), contact.child("email").text(),
				contact.child("zone").zoneIfAny());
	}

	private static List<Event> events(Node events) {
		List<Event> read = new ArrayList<>();
		for (Node event : events.list("event")) {
			read.add(event(event, read.size() + 1));
		}
		return read;
	}

	private static Event event(Node event, int number) {
		event.only("date", "initiative", "submit", "review", "remarks");
		LocalDate date = event.child("date").date();
		String initiative;
		try {
			initiative = new InitiativeId(event.child("initiative").text()).value();
		}
		catch (IllegalArgumentException ex) {
			throw event.wrong(ex.getMessage());
		}
		if (event.has("submit") == event.has("review")) {
			throw event.wrong("give either submit or review");
		}
		if (event.has("submit")) {
			return new Scenario.Submit(number, date, initiative, content(event.child("submit")));
		}
		String verdict = event.child("review").text();
		if (!Pattern.matches("accepted|returned", verdict)) {
			throw event.child("review").wrong("\"%s\" is not a verdict; use accepted or returned".formatted(verdict));
		}
		return new Scenario.Review(number, date, initiative, "accepted".equals(verdict), remarks(event));
	}

	private static Map<String, String> remarks(Node event) {
		Map<String, String> remarks = new LinkedHashMap<>();
		if (event.has("remarks")) {
			Node named = event.child("remarks");
			named.map().keySet().forEach((field) -> remarks.put(field, named.child(field).text()));
		}
		return remarks;
	}

	private static ObjectNode content(Node submit) {
		ObjectNode content = JSON.valueToTree(submit.map());
		for (Problem problem : UpdateForm.misshapen(content)) {
			throw submit.child(problem.field()).wrong(problem.message());
		}
		return content;
	}

	/**
	 * Leaves dates as they are written; YAML would make moments in UTC of them.
	 */
	private static final class DatesAreTexts extends Resolver {

		@Override
		public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
			if (!Tag.TIMESTAMP.equals(tag)) {
				super.addImplicitResolver(tag, regexp, first, limit);
			}
		}

	}

}
