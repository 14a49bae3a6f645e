package org.asemeducation.stocktake.report.round;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.update.files.NoLongerAgreed;

import org.springframework.stereotype.Component;

/**
 * The drafts of rounds: a version never changes, so that each is put together once and
 * kept while it is read, until consent to something in it is withdrawn.
 */
@Component
class ReadDrafts {

	private static final int KEPT = 4;

	private final Reports reports;

	private final NoLongerAgreed agreed;

	private final Map<Key, ReadDraft> drafts = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, ReadDraft> eldest) {
			return size() > KEPT;
		}
	};

	ReadDrafts(Reports reports, NoLongerAgreed agreed) {
		this.reports = reports;
		this.agreed = agreed;
	}

	synchronized ReadDraft of(Round round) {
		return this.drafts.computeIfAbsent(
				new Key(round.cycle(), round.version(), round.checksum(), this.agreed.items(round.cycle())),
				(key) -> ReadDraft.of(this.reports.version(key.cycle(), key.version()).orElseThrow(),
						this.agreed.of(key.cycle(), key.withdrawn()),
						"/reports/%s/rounds/%d/pictures/".formatted(key.cycle(), round.number())));
	}

	private record Key(CycleName cycle, int version, String checksum, Set<String> withdrawn) {
	}

}
