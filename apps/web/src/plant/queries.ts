import type { TripPapersView, WatchCommand } from '@tongyun/contracts';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.js';
import { listPlants } from '../api/fleet.js';
import { getLaboratory } from '../api/laboratory.js';
import { getPlantQueue } from '../api/plant-desk.js';
import { readAgain } from '../api/read-again.js';
import { getTripPapers } from '../api/tickets.js';
import { laboratoryKey } from '../laboratory/laboratory-key.js';
import { useLive } from '../live/use-live.js';

/** Positions move trucks in and out of the queue without an event; this sees them. */
const LOOK_EVERY_MS = 10_000;
const PLANTS_STALE_MS = 300_000;
const TRIPS: WatchCommand = { topics: ['trip', 'order'], viewport: null };

const queueKey = (plantId: string) => ['plant', 'queue', plantId] as const;
const papersKey = (tripId: string) => ['plant', 'papers', tripId] as const;

/** The plants of an enterprise. */
export const usePlants = (enterpriseId: string | null) =>
  useQuery({
    queryKey: ['plant', 'plants', enterpriseId],
    staleTime: PLANTS_STALE_MS,
    queryFn: async () =>
      (await allPages(listPlants)).filter((plant) => plant.enterpriseId === enterpriseId),
  });

export const usePlantQueue = (plantId: string) =>
  useQuery({
    queryKey: queueKey(plantId),
    refetchInterval: LOOK_EVERY_MS,
    queryFn: () => getPlantQueue(plantId),
  });

export const useTripPapers = (tripId: string) =>
  useQuery({ queryKey: papersKey(tripId), queryFn: () => getTripPapers(tripId) });

/** The mix designs of a grade that are in force at a plant. */
export function useMixesOf(plantId: string, grade: string) {
  const { data } = useQuery({
    queryKey: laboratoryKey(plantId),
    staleTime: PLANTS_STALE_MS,
    queryFn: () => getLaboratory(plantId),
  });
  return (data?.mixDesigns ?? []).filter((mix) => mix.isInForce && mix.grade === grade);
}

/** Follows the plant's trips: the queue is asked again as soon as one has changed. */
export function usePlantLive(plantId: string) {
  const queries = useQueryClient();
  const again = () => void readAgain(queries, queueKey(plantId));
  return useLive('dispatcher', TRIPS, { onMessage: again, onResync: again });
}

const takePapers = (queries: QueryClient, papers: TripPapersView): void =>
  void queries.setQueryData(papersKey(papers.tripId), papers);

/** Something the desk does with a trip; queue and papers are read again after it. */
export function useDeskWork<Input>(
  plantId: string,
  tripId: string,
  work: (input: Input) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSettled: async () => {
      await Promise.all([
        readAgain(queries, queueKey(plantId)),
        readAgain(queries, papersKey(tripId)),
      ]);
    },
  });
}

/** The same for what answers with the papers, which then show at once. */
export function usePaperWork<Input>(
  plantId: string,
  work: (input: Input) => Promise<TripPapersView>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (papers) => takePapers(queries, papers),
    onSettled: () => readAgain(queries, queueKey(plantId)),
  });
}
