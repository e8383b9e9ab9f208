/** Who answers for this service, above everything else. */
export function OfficialLine({ lead, name }: { lead: string; name: string }) {
  return (
    <p class="official">
      <span>
        {lead} <strong>{name}</strong>
      </span>
    </p>
  )
}
