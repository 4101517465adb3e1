/** The sign of the product. */
export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--accent)" />
    <path d="M5.5 8.2h13M5.5 12h13M5.5 15.8h7" stroke="var(--on-accent)" strokeWidth="1.9" strokeLinecap="round" />
    <circle cx="17.2" cy="16" r="2.6" fill="var(--brand-dot)" />
  </svg>
)
