package org.asemeducation.stocktake.notification.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.PublicUrl;

import org.springframework.stereotype.Component;

/**
 * What the variables of a mail about a meeting stand for.
 */
@Component
class MeetingWords {

	private final MeetingFacts facts;

	private final PublicUrl publicUrl;

	MeetingWords(MeetingFacts facts, PublicUrl publicUrl) {
		this.facts = facts;
		this.publicUrl = publicUrl;
	}

	boolean areFor(long mail) {
		return this.facts.areFor(mail);
	}

	Map<String, Object> of(long mail) {
		MeetingNews news = this.facts.of(mail);
		return words(news, this.facts.agenda(news));
	}

	Map<String, Object> words(MeetingNews news, List<String> agenda) {
		Map<String, Object> words = new HashMap<>();
		words.put("cycle", news.cycle());
		words.put("cycleTitle", OneLine.of(news.cycleTitle()));
		words.put("meeting", news.kind());
		words.put("meetingName", news.called());
		words.put("news", news.sentence());
		words.put("on", !news.isOff());
		words.put("day", Optional.ofNullable(news.day()).map(DateWords::day).orElse(""));
		words.put("place", news.place());
		words.put("host", news.host());
		words.put("was", Optional.ofNullable(news.was()).map(DateWords::day).orElse(""));
		words.put("reason", news.reason());
		words.put("said", !news.words().isBlank());
		words.put("lines", lines(news.words()));
		words.put("agenda", !agenda.isEmpty());
		words.put("points", agenda.stream().map((line) -> Map.of("point", OneLine.of(line))).toList());
		words.put("link", this.publicUrl.to("/meetings/%s/%s".formatted(news.cycle(), news.kind())));
		return words;
	}

	private static List<Map<String, String>> lines(String words) {
		return words.strip().lines().map(OneLine::of).map((line) -> Map.of("line", line)).toList();
	}

}
