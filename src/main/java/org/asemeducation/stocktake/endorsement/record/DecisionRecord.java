package org.asemeducation.stocktake.endorsement.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.endorsement.conclusions.Conclusions;
import org.asemeducation.stocktake.endorsement.noobjection.Invitations;
import org.asemeducation.stocktake.endorsement.noobjection.Invitations.Told;
import org.asemeducation.stocktake.endorsement.noobjection.Position;
import org.asemeducation.stocktake.endorsement.noobjection.Round;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

import org.springframework.stereotype.Component;

/**
 * Puts the record of a cycle together from what is kept, in the order in which it
 * happened. Every round is in it, those that an objection stopped too.
 */
@Component
public class DecisionRecord {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private final Cycles cycles;

	private final SealedVersions sealed;

	private final Rounds rounds;

	private final Invitations invitations;

	private final EndorsementActs endorsement;

	private final Conclusions conclusions;

	private final Reports reports;

	private final Register register;

	DecisionRecord(Cycles cycles, SealedVersions sealed, Rounds rounds, Invitations invitations,
			EndorsementActs endorsement, Conclusions conclusions, Reports reports, Register register) {
		this.cycles = cycles;
		this.sealed = sealed;
		this.rounds = rounds;
		this.invitations = invitations;
		this.endorsement = endorsement;
		this.conclusions = conclusions;
		this.reports = reports;
		this.register = register;
	}

	/**
	 * The record as it stands.
	 * @param name the cycle
	 * @return a document without tables
	 * @throws Refused before anything was sealed
	 */
	public Document of(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		List<SealedVersion> versions = new ArrayList<>(this.sealed.of(name));
		if (versions.isEmpty()) {
			throw Refused
				.notFound("Nothing of %s is put to officials yet: there is no decision to record.".formatted(name));
		}
		java.util.Collections.reverse(versions);
		List<Section> sections = new ArrayList<>();
		sections.add(chapter("versions", "What was put to officials and ministers", versions(versions, cycle.zone())));
		this.rounds.of(name)
			.stream()
			.filter((round) -> !round.isPlanned())
			.forEach((round) -> sections.add(round(round)));
		if (this.rounds.of(name).stream().allMatch(Round::isPlanned)) {
			sections
				.add(chapter("no-round", "No-objection round", List.of(new Prose(Prose.Tone.PLAIN, "None was held."))));
		}
		sections.add(chapter("adoption", "What ministers decided", adoption(name)));
		sections.add(chapter("conclusions", "Chair’s Conclusions", conclusions(name, cycle.zone())));
		sections.add(chapter("publication", "Publication and corrections", publication(name, cycle.zone())));
		return new Document("Decision record", "%s: %s".formatted(name, cycle.title()),
				"From version %d to version %d".formatted(versions.get(0).version(),
						versions.get(versions.size() - 1).version()),
				false, List.of(),
				"Who was invited, reached and answered on the Stocktaking Report of %s, and what was decided."
					.formatted(name),
				versions.get(versions.size() - 1).sealedAt().toString(), sections);
	}

	private List<Block> versions(List<SealedVersion> versions, ZoneId zone) {
		List<Fact> facts = versions.stream()
			.map((version) -> new Fact(called(version),
					"sealed on %s by %s, SHA-256 of its SHA256SUMS %s".formatted(at(version.sealedAt(), zone),
							this.register.nameOf(version.sealedBy()), version.checksum())))
			.toList();
		return List.of(new Facts(facts));
	}

	private static String called(SealedVersion version) {
		return "Version %d, %s".formatted(version.version(), version.state().code().replace('-', ' '));
	}

	private Section round(Round round) {
		ZoneId zone = round.zone();
		int version = Optional.ofNullable(round.version()).orElse(0);
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("On", "version %d, SHA-256 of its SHA256SUMS %s".formatted(version,
				this.sealed.find(round.cycle(), version).map(SealedVersion::checksum).orElse("unknown"))));
		facts.add(new Fact("Opened", at(Optional.ofNullable(round.openedAt()).orElse(round.opensAt()), zone)));
		facts.add(new Fact("To close", at(round.closesAt(), zone)));
		this.rounds.prolongations(round)
			.forEach((one) -> facts
				.add(new Fact("Prolonged", "on %s by %s, from %s to %s: %s".formatted(at(one.at(), zone),
						this.register.nameOf(one.by()), at(one.had(), zone), at(one.closes(), zone), one.reason()))));
		facts.add(new Fact("Ended", ended(round)));
		List<Position> positions = this.rounds.positions(round);
		List<Told> told = this.invitations.of(round);
		List<Block> blocks = new ArrayList<>(List.of(new Facts(facts)));
		for (Party member : this.rounds.members(round)) {
			List<Phrase> said = new ArrayList<>();
			told.stream()
				.filter((one) -> one.party() == member.id().value())
				.forEach((one) -> said.add(told(one, zone)));
			if (said.isEmpty()) {
				said.add(Phrase.of("Nobody was invited"));
			}
			positions.stream()
				.filter((one) -> one.party() == member.id().value())
				.forEach((one) -> said.add(position(one, zone)));
			if (positions.stream().noneMatch((one) -> one.party() == member.id().value())) {
				said.add(Phrase.of(round.isClosed() ? "Silent: does not object" : "Silent"));
			}
			blocks.add(new Section(Section.Kind.ACTION,
					"round-%d-member-%d".formatted(round.number(), member.id().value()), null, member.name(), null,
					null, List.of(new Bullets(said))));
		}
		return chapter("round-" + round.number(),
				"No-objection round %d%s".formatted(round.number(), this.rounds.isAmended(round) ? ", amended" : ""),
				blocks);
	}

	private static String ended(Round round) {
		if (round.isStopped() && round.stoppedAt() != null) {
			return "by an objection, on " + at(round.stoppedAt(), round.zone());
		}
		if (round.calledOffAt() != null) {
			return "called off without a result, on %s: %s".formatted(at(round.calledOffAt(), round.zone()),
					round.calledOffBecause());
		}
		return (round.closedAt() != null)
				? "closed without objection, on %s; silence counts".formatted(at(round.closedAt(), round.zone()))
				: "not yet";
	}

	private static Phrase told(Told told, ZoneId zone) {
		return Phrase.of("%s %s on %s; %s".formatted(told.what().words(), told.name(), at(told.at(), zone),
				(told.reachedAt() != null) ? "reached on " + at(told.reachedAt(), zone) : "not reached"));
	}

	private Phrase position(Position position, ZoneId zone) {
		String text = (position.text() != null) ? ": " + position.text() : "";
		return Phrase.of("%s %s on %s, by %s, on version %d with the checksum %s%s".formatted(position.partner(),
				position.answer().says(), at(position.at(), zone), this.register.nameOf(position.by()),
				position.version(), position.checksum(), text));
	}

	private List<Block> adoption(CycleName cycle) {
		return this.endorsement.adoption(cycle)
			.map((adopted) -> List.<Block>of(new Facts(List.of(
					new Fact("Work plan",
							adopted.on() != null ? "adopted on %s".formatted(DAY.format(adopted.on()))
									: "not adopted: %s".formatted(adopted.reason())),
					new Fact("On",
							"version %d, SHA-256 of its SHA256SUMS %s".formatted(adopted.version(),
									this.sealed.find(cycle, adopted.version())
										.map(SealedVersion::checksum)
										.orElse("unknown")))))))
			.orElse(List.of(new Prose(Prose.Tone.PLAIN, "Nothing is recorded yet.")));
	}

	private List<Block> conclusions(CycleName cycle, ZoneId zone) {
		return this.conclusions.adopted(cycle)
			.map((text) -> List.<Block>of(new Facts(List.of(new Fact(text.name(),
					"attached on %s, SHA-256 %s".formatted(at(text.addedAt(), zone), text.sha256()))))))
			.orElse(List.of(new Prose(Prose.Tone.PLAIN, "No adopted text is attached.")));
	}

	private List<Block> publication(CycleName cycle, ZoneId zone) {
		List<Integer> open = this.reports.publicVersions(cycle);
		if (open.isEmpty()) {
			return List.of(new Prose(Prose.Tone.PLAIN, "Nothing is published yet."));
		}
		List<Fact> facts = new ArrayList<>(List.of(new Fact("Published", "version %d".formatted(open.get(0)))));
		this.reports.corrections(cycle)
			.forEach((one) -> facts.add(new Fact("Correction %d".formatted(one.number()), "version %d, on %s by %s: %s"
				.formatted(one.version(), at(one.at(), zone), this.register.nameOf(one.by()), one.note()))));
		return List.of(new Facts(facts));
	}

	private static String at(Instant moment, ZoneId zone) {
		return "%s (%s)".formatted(MINUTE.format(moment.atZone(zone)), zone.getId());
	}

	private static Section chapter(String id, String title, List<Block> blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, blocks);
	}

}
