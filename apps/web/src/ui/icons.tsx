/** Drawn here: an emoji or an icon font may be missing on a desk's machine. */
const icon = (path: string) =>
  function Icon() {
    return (
      <svg width="14" height="14" viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <path
          d={path}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    );
  };

const BELL = 'M4 7a4 4 0 0 1 8 0c0 4 1.5 4.5 1.5 4.5h-11S4 11 4 7M6.8 13.6a1.4 1.4 0 0 0 2.4 0';

export const BellIcon = icon(BELL);
export const MutedBellIcon = icon(`${BELL}M2 2l12 12`);
export const PlayIcon = icon('M5 3l8 5-8 5z');
export const PauseIcon = icon('M5 3v10M11 3v10');
export const CloseIcon = icon('M4 4l8 8M12 4l-8 8');
