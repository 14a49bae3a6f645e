package org.asemeducation.stocktake.rehearsal;

import java.io.StringReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.cycle.ProposedDates;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.rehearsal.Scenario.Desk;
import org.asemeducation.stocktake.rehearsal.Scenario.Member;

import org.springframework.core.io.ClassPathResource;

/**
 * Reads a scenario file; the format stands in {@code docs/rehearsal.md}.
 */
final class ScenarioReader {

	private ScenarioReader() {
	}

	/**
	 * Reads the file.
	 * @param file a YAML file
	 * @return the scenarios in file order, each to be played on top of those before it
	 * @throws BadScenario with file, place and reason in one line
	 */
	static List<Scenario> read(Path file) {
		List<Node> documents = YamlFile.read(file);
		List<Scenario> scenarios = scenarios(documents);
		if (scenarios.get(0).secretariat() == null) {
			throw documents.get(0).child("secretariat").wrong("is missing; say who runs the cycle");
		}
		return scenarios;
	}

	/**
	 * Reads a text whose people need not be named, because they are registered.
	 * @param name what messages call it
	 * @param text the YAML
	 * @return the scenarios in file order, each to be played on top of those before it
	 * @throws BadScenario with file, place and reason in one line
	 */
	static List<Scenario> read(String name, String text) {
		return scenarios(YamlFile.read(name, new StringReader(text)));
	}

	private static List<Scenario> scenarios(List<Node> documents) {
		List<Scenario> scenarios = new ArrayList<>();
		for (Node document : documents) {
			Scenario scenario = scenario(document);
			scenarios.forEach((earlier) -> checkOrder(earlier, scenario, document.child("cycle")));
			scenarios.add(scenario);
		}
		CheckOutages.check(scenarios);
		return scenarios;
	}

	private static void checkOrder(Scenario earlier, Scenario scenario, Node cycle) {
		if (earlier.name().equals(scenario.name())) {
			throw cycle.child("name").wrong("an earlier document has a cycle %s too".formatted(scenario.name()));
		}
		if (!scenario.opens().isAfter(earlier.opens())) {
			throw cycle.child("opens")
				.wrong("%s must open after %s (%s): put the earlier cycle first".formatted(scenario.name(),
						earlier.name(), earlier.opens()));
		}
	}

	private static Scenario scenario(Node root) {
		if (root.isMissing()) {
			throw root.wrong("is empty; it needs cycle, secretariat and reviewers");
		}
		root.only("cycle", "secretariat", "reviewers", "contacts", "notAdopted", "events");
		Node cycle = root.child("cycle")
			.only("name", "title", "zone", "opens", "meetings", "request", "deadline", "freeze", "reviews", "comments",
					"papers", "reminders", "freezeReminders", "questions", "completes");
		LocalDate opens = cycle.child("opens").date();
		NewCycle calendar = calendar(cycle);
		for (Problem problem : cycle.has("completes") ? calendar.problemsOfRound() : calendar.problems()) {
			throw cycle.child(problem.field()).wrong(problem.message());
		}
		return new Scenario(root.file(), opens, calendar, hanging(cycle),
				root.has("secretariat") ? member(root.child("secretariat")) : null,
				root.child("reviewers").list("reviewer").stream().map(ScenarioReader::member).toList(),
				root.child("contacts").list("contact").stream().map(ScenarioReader::desk).toList(),
				root.has("notAdopted") ? root.child("notAdopted").text() : null,
				EventReader.events(root.child("events")), cycle.has("completes") ? draft(cycle) : null);
	}

	/** A file of this machine, else one that Stocktake ships. */
	private static Scenario.Completes draft(Node cycle) {
		String name = cycle.child("completes").text();
		Path file = Path.of(name);
		String called = String.valueOf(file.getFileName());
		try {
			if (Files.isRegularFile(file)) {
				return new Scenario.Completes(called, Files.readAllBytes(file));
			}
			ClassPathResource shipped = new ClassPathResource("plan/" + called);
			if (shipped.exists()) {
				return new Scenario.Completes(called, shipped.getContentAsByteArray());
			}
		}
		catch (IOException ex) {
			throw cycle.child("completes").wrong("cannot be read: " + ex.getMessage());
		}
		throw cycle.child("completes")
			.wrong("there is no file %s, and none that Stocktake ships is called so".formatted(name));
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
				cycle.child("questions").list("question").stream().map(Node::text).toList(),
				cycle.has("reminders") ? rungs(cycle.child("reminders")) : null,
				cycle.has("freezeReminders") ? rungs(cycle.child("freezeReminders")) : null);
	}

	/** What stands in the file is fixed; what it leaves out hangs on SOM2. */
	private static Set<DeadlineKind> hanging(Node cycle) {
		return Arrays.stream(DeadlineKind.values())
			.filter((kind) -> !cycle.has(kind.word()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static LocalDate notBefore(LocalDate freeze, LocalDate proposed) {
		return proposed.isBefore(freeze) ? freeze : proposed;
	}

	private static List<Integer> rungs(Node rungs) {
		return rungs.list("rung").stream().map(ScenarioReader::days).toList();
	}

	private static Integer days(Node rung) {
		if (rung.value() instanceof Integer days) {
			return days;
		}
		throw rung.wrong("give a number of days");
	}

	private static NewMeeting meeting(Node meeting) {
		meeting.only("kind", "planned", "place", "hybrid", "virtual", "host");
		return new NewMeeting(meeting.child("kind").oneOf(MeetingKind.class),
				meeting.has("planned") ? meeting.child("planned").date() : null,
				meeting.has("place") ? meeting.child("place").text() : null, format(meeting),
				meeting.has("host") ? meeting.child("host").text() : null);
	}

	private static MeetingFormat format(Node meeting) {
		boolean hybrid = Boolean.parseBoolean(meeting.child("hybrid").text("false"));
		boolean virtual = Boolean.parseBoolean(meeting.child("virtual").text("false"));
		if (hybrid && virtual) {
			throw meeting.wrong("a meeting is hybrid or virtual, not both");
		}
		return MeetingFormat.of(hybrid, virtual);
	}

	private static Member member(Node member) {
		member.only("email", "zone", "name");
		return new Member(member.child("email").email(), member.child("zone").zoneIfAny());
	}

	private static Desk desk(Node contact) {
		contact.only("party", "name", "email", "zone");
		String party = contact.child("party").text();
		return new Desk(party, contact.child("name").text(party), contact.child("email").email(),
				contact.child("zone").zoneIfAny());
	}

}
